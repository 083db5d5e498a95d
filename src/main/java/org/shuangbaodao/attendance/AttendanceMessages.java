package org.shuangbaodao.attendance;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about coming to activities say. */
@MessageBundle("attendance")
public interface AttendanceMessages {

    @Message
    String list_title();

    @Message
    String list_lead();

    @Message
    String list_login();

    @Message
    String publish();

    @Message
    String calendar();

    @Message
    String calendar_one();

    @Message
    String to_log();

    @Message
    String filter_community();

    @Message
    String filter_from();

    @Message
    String filter();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String full(int waiting);

    @Message
    String free(Integer places);

    @Message
    String cancelled();

    @Message
    String cancelled_because(String reason);

    @Message
    String recurring();

    @Message
    String voluntary();

    @Message
    String duty();

    @Message
    String working_time();

    @Message
    String late();

    @Message
    String taken_of(int taken, Integer capacity);

    @Message
    String taken(int taken);

    @Message
    String waiting_count(int waiting);

    @Message
    String mine(SignUpState state);

    @Message
    String sign_up();

    @Message
    String join_waiting();

    @Message
    String withdraw();

    @Message
    String signed_up();

    @Message
    String waiting_now();

    @Message
    String withdrawn();

    @Message
    String report();

    @Message
    String signing();

    @Message
    String log_in_to_sign_up();

    @Message
    String fact_content();

    @Message
    String fact_place();

    @Message
    String fact_organizer();

    @Message
    String fact_lead();

    @Message
    String fact_risk();

    @Message
    String fact_conditions();

    @Message
    String fact_skills();

    @Message
    String fact_post();

    @Message
    String run_title();

    @Message
    String to_screen();

    @Message
    String to_list();

    @Message
    String to_confirmation();

    @Message
    String edit();

    @Message
    String cancel();

    @Message
    String later_title();

    @Message
    String screen_title();

    @Message
    String came(int people);

    @Message
    String screen_qr();

    @Message
    String screen_address();

    @Message
    String screen_changes();

    @Message
    String screen_closed_title();

    @Message
    String screen_closed_text();

    @Message
    String screen_optional();

    @Message
    String signing_title();

    @Message
    String signing_lead();

    @Message
    String signed_in_at();

    @Message
    String signed_out_at();

    @Message
    String signed_in();

    @Message
    String signed_out();

    @Message
    String code();

    @Message
    String code_hint();

    @Message
    String offline();

    @Message
    String at();

    @Message
    String at_hint();

    @Message
    String sign_in();

    @Message
    String sign_out();

    @Message
    String told_cancelled(String name, String start);

    @Message
    String told_moved(String name, String start);

    @Message
    String told_gained(String name, String start);
}
