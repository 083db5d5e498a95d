package org.shuangbaodao.pointsitem;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about items say. */
@MessageBundle("pointsitem")
public interface PointsitemMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String propose();

    @Message
    String sheet();

    @Message
    String resolutions();

    @Message
    String done(int count);

    @Message
    String waiting_title();

    @Message
    String waiting_none();

    @Message
    String times(int count);

    @Message
    String points(String points);

    @Message
    String document();

    @Message
    String proposed_by(String name, String at);

    @Message
    String proposed_by_service(String at);

    @Message
    String details();

    @Message
    String approve();

    @Message
    String approve_one();

    @Message
    String for_others(int count);

    @Message
    String all_title();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String member();

    @Message
    String branch();

    @Message
    String item();

    @Message
    String day();

    @Message
    String points_label();

    @Message
    String no_points();

    @Message
    String state_label();

    @Message
    String state(ItemState state);

    @Message
    String propose_lead();

    @Message
    String members();

    @Message
    String members_hint();

    @Message
    String times_label();

    @Message
    String document_hint();

    @Message
    String matter();

    @Message
    String matter_hint();

    @Message
    String level();

    @Message
    String until();

    @Message
    String until_hint();

    @Message
    String send();

    @Message
    String proposed();

    @Message
    String sheet_lead(int most);

    @Message
    String file();

    @Message
    String file_hint();

    @Message
    String upload();

    @Message
    String line();

    @Message
    String content();

    @Message
    String finding();

    @Message
    String row_good();

    @Message
    String sheet_judged(long good, long bad);

    @Message
    String sheet_done(long good, long bad);

    @Message
    String sheet_submit(long good);

    @Message
    String reason_label();

    @Message
    String proposed_label();

    @Message
    String decided_label();

    @Message
    String reversed_label();

    @Message
    String hearing_label();

    @Message
    String hearing_until(String day);

    @Message
    String withdraw();

    @Message
    String withdrawn();

    @Message
    String refuse();

    @Message
    String refused();

    @Message
    String reverse();

    @Message
    String reverse_hint();

    @Message
    String reversed();

    @Message
    String mine_title();

    @Message
    String mine_lead();

    @Message
    String mine_none();

    @Message
    String to_ledger();

    @Message
    String hearing_note(String day);

    @Message
    String answer_label();

    @Message
    String answer_send();

    @Message
    String answered();

    @Message
    String todo_hear(long count);

    @Message
    String todo_approve(long count);

    @Message
    String told_proposed(String name, String day);

    @Message
    String told_hearing(String name, String day, String until);

    @Message
    String told_withdrawn(String name, String day);

    @Message
    String told_approved(String name, String day);

    @Message
    String told_refused(String name, String day);

    @Message
    String told_reversed(String name, String day);
}
