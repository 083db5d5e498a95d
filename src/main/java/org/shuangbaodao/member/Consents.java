package org.shuangbaodao.member;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PublicFigures;

/** Takes, shows and withdraws consents. What stands here acts at the next request, everywhere. */
@ApplicationScoped
public class Consents {

    /** Version of the privacy notice in force; raised whenever its text changes in substance. */
    public static final int TEXT_VERSION = 1;

    private final AuditTrail audit;
    private final PublicFigures figures;
    private final BusinessTime time;

    Consents(AuditTrail audit, PublicFigures figures, BusinessTime time) {
        this.audit = audit;
        this.figures = figures;
        this.time = time;
    }

    /**
     * Writes down what the member said.
     *
     * @param recordedBy the member himself, or who entered his signed paper
     */
    @Transactional
    @Retried
    public void decide(long memberId, Map<ConsentPurpose, Boolean> words, long recordedBy, ConsentEvent.Channel channel) {
        words.forEach((purpose, given) -> {
            Consent consent = Consent.findById(new Consent.Key(memberId, purpose));
            if (consent == null) {
                consent = new Consent(memberId, purpose);
            }
            consent.given = given;
            consent.textVersion = TEXT_VERSION;
            consent.decidedAt = time.now();
            consent.persist();
            new ConsentEvent(consent, recordedBy, channel).persist();
            audit.done(recordedBy, Audited.of("consent-" + (given ? "give" : "withdraw"), "member", memberId)
                    .onBehalfOf(recordedBy == memberId ? null : memberId).detail("purpose=" + purpose));
        });
        figures.changed();
    }

    public boolean given(long memberId, ConsentPurpose purpose) {
        Consent consent = Consent.findById(new Consent.Key(memberId, purpose));
        return consent != null && consent.given;
    }

    /** The latest word on each purpose; a purpose never asked about is absent. */
    public Map<ConsentPurpose, Consent> of(long memberId) {
        Map<ConsentPurpose, Consent> words = new EnumMap<>(ConsentPurpose.class);
        Consent.<Consent> list("memberId", memberId).forEach(each -> words.put(each.purpose, each));
        return words;
    }

    /** Everything the member ever said, the latest first. */
    public List<ConsentEvent> historyOf(long memberId) {
        return ConsentEvent.list("memberId = ?1 order by decidedAt desc, id desc", memberId);
    }
}
