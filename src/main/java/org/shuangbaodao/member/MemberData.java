package org.shuangbaodao.member;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PersonalData;

/** The person himself, his branches, consents and offices. */
@ApplicationScoped
class MemberData implements PersonalData {

    /** Stands wherever a name stood; a name of no language. */
    private static final String NOBODY = "***";

    private final PersonalRows rows;
    private final PersonalFields fields;
    private final BusinessTime time;

    MemberData(PersonalRows rows, PersonalFields fields, BusinessTime time) {
        this.rows = rows;
        this.fields = fields;
        this.time = time;
    }

    @Override
    public String section() {
        return "member";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        List<Map<String, Object>> person = new ArrayList<>(rows.of("select m.number as number, m.name as name,"
                + " m.category as category, m.gender as gender, m.birthDate as birthDate, m.joinedOn as joinedOn,"
                + " m.skills as skills, r.name as residence, m.createdAt as createdAt from Member m"
                + " left join Organization r on r.id = m.residenceId where m.id = :member", memberId));
        Member member = Member.findById(memberId);
        // Sealed for everybody else; it is his own.
        Map<String, Object> sealed = new LinkedHashMap<>();
        open(sealed, "telephone", member.phoneCipher);
        open(sealed, "idNumber", member.idNumberCipher);
        person.add(sealed);
        all.put("person", person);
        all.put("branches", rows.of("select o.code as branchCode, o.name as branch, a.validFrom as validFrom,"
                + " a.validTo as validTo, a.rosterState as rosterState, a.declinedBecause as declinedBecause from Affiliation a"
                + " join Organization o on o.id = a.branchId where a.memberId = :member order by a.validFrom, a.id", memberId));
        all.put("consents", rows.of("select e.purpose as purpose, e.given as given, e.textVersion as textVersion,"
                + " e.decidedAt as decidedAt, e.channel as channel from ConsentEvent e where e.memberId = :member order by e.id",
                memberId));
        all.put("offices", rows.of("select a.office as office, o.code as organizationCode, o.name as organization,"
                + " a.state as state, a.validFrom as validFrom, a.validTo as validTo, a.document as document from Appointment a"
                + " join Organization o on o.id = a.organizationId where a.memberId = :member order by a.id", memberId));
        return all;
    }

    private void open(Map<String, Object> row, String name, String cipher) {
        if (cipher != null) {
            row.put(name, fields.decrypt(cipher));
        }
    }

    @Override
    public void forget(long memberId) {
        Member member = Member.findById(memberId);
        member.rename(NOBODY);
        member.gender = Gender.UNSTATED;
        member.birthDate = null;
        member.joinedOn = null;
        member.phoneCipher = null;
        member.idNumberCipher = null;
        member.idNumberIndex = null;
        member.skills = "";
        member.residenceId = null;
        member.anonymizedAt = time.now();
        for (Affiliation place : Affiliation.allOf(memberId)) {
            place.declinedBecause = null;
            if (place.validTo == null) {
                place.validTo = time.today().isBefore(place.validFrom) ? place.validFrom : time.today();
            }
        }
    }
}
