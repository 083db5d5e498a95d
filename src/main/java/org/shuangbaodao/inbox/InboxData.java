package org.shuangbaodao.inbox;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;
import org.shuangbaodao.member.PersonalFields;

/** What he was told, and where he wants to be told it. */
@ApplicationScoped
class InboxData implements PersonalData {

    private final PersonalRows rows;
    private final PersonalFields fields;

    InboxData(PersonalRows rows, PersonalFields fields) {
        this.rows = rows;
        this.fields = fields;
    }

    @Override
    public String section() {
        return "inbox";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        return Map.of("messages", rows.of("select t.toldAt as toldAt, t.message as message, t.arguments as arguments,"
                + " t.path as path, t.readAt as readAt from Told t where t.memberId = :member order by t.id", memberId),
                "mailAddress", MailAddress.<MailAddress> findByIdOptional(memberId)
                        .map(own -> Map.<String, Object> of("address", fields.decrypt(own.addressCipher), "confirmed",
                                own.isConfirmed()))
                        .stream().toList());
    }

    @Override
    public void forget(long memberId) {
        rows.forget("delete from Told where memberId = :member", memberId);
        rows.forget("delete from MailAddress where memberId = :member", memberId);
        rows.forget("delete from Parcel where recipientId = :member and channel = MAIL", memberId);
    }
}
