package org.shuangbaodao.privacy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PersonalData;

import io.quarkus.arc.All;

/** Puts together all that is kept about one person (个人信息保护法 art. 45). */
@ApplicationScoped
class OwnData {

    private final List<PersonalData> features;
    private final AuditTrail audit;
    private final BusinessTime time;

    OwnData(@All List<PersonalData> features, AuditTrail audit, BusinessTime time) {
        this.features = features;
        this.audit = audit;
        this.time = time;
    }

    /** @param sections by the feature's name, then by kind of row */
    record Copy(Instant madeAt, Map<String, Map<String, List<Map<String, Object>>>> sections) {
    }

    @Transactional
    Copy of(long memberId) {
        Map<String, Map<String, List<Map<String, Object>>>> sections = new LinkedHashMap<>();
        features.forEach(feature -> sections.put(feature.section(), feature.of(memberId)));
        audit.done(memberId, Audited.of("data-export", "member", memberId));
        return new Copy(time.now(), sections);
    }

    /** Has every feature forget what it can. Needs the transaction of the decision. */
    void forget(long memberId) {
        features.forEach(feature -> feature.forget(memberId));
    }
}
