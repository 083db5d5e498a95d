package org.shuangbaodao.identity;

import java.time.LocalDate;

import org.shuangbaodao.identity.Invitations.Standing;
import org.shuangbaodao.member.ConsentEvent.Channel;
import org.shuangbaodao.member.ConsentPurpose;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of login, activation, consents, slips and papers. */
@MessageBundle("identity")
public interface IdentityMessages {

    @Message
    String login_title();

    @Message
    String login();

    @Message
    String password();

    @Message
    String login_submit();

    @Message
    String first_time_title();

    @Message
    String first_time_text();

    @Message
    String first_time_link();

    @Message
    String forgotten();

    @Message
    String logged_out();

    @Message
    String activate_title();

    @Message
    String activate_lead();

    @Message
    String step_code();

    @Message
    String step_account();

    @Message
    String code();

    @Message
    String code_hint();

    @Message
    String activate_next();

    @Message
    String activate_no_code();

    @Message
    String account_title(String name);

    @Message
    String account_lead();

    @Message
    String renewal_lead();

    @Message
    String notice_title();

    @Message
    String notice_text();

    @Message
    String notice_link();

    @Message
    String login_hint();

    @Message
    String password_hint();

    @Message
    String repeated();

    @Message
    String consents_title();

    @Message
    String consents_lead();

    @Message
    String recording_label();

    @Message
    String recording_hint();

    @Message
    String exchange_label();

    @Message
    String exchange_hint();

    @Message
    String public_label();

    @Message
    String public_hint();

    @Message
    String account_submit();

    @Message
    String renewal_submit();

    @Message
    String activated();

    @Message
    String my_consents_title();

    @Message
    String my_consents_lead();

    @Message
    String purpose(ConsentPurpose purpose);

    @Message
    String purpose_text(ConsentPurpose purpose);

    @Message
    String given();

    @Message
    String withdrawn();

    @Message
    String never_asked();

    @Message
    String decided_on(String when, int version);

    @Message
    String give();

    @Message
    String withdraw();

    @Message
    String consent_given_done();

    @Message
    String consent_withdrawn_done();

    @Message
    String notice_version(int version);

    @Message
    String history_title();

    @Message
    String version(int version);

    @Message
    String channel(Channel channel);

    @Message
    String stop_title();

    @Message
    String stop_lead();

    @Message
    String stop_effect_new();

    @Message
    String stop_effect_old();

    @Message
    String stop_effect_account();

    @Message
    String stop_effect_again();

    @Message
    String stop_submit();

    @Message
    String stop_keep();

    @Message
    String slips_title();

    @Message
    String slips_of(String branch);

    @Message
    String slips_lead(int days);

    @Message
    String slips_again();

    @Message
    String slips_submit();

    @Message
    String slips_none_title();

    @Message
    String slips_none_text();

    @Message
    String col_name();

    @Message
    String col_number();

    @Message
    String col_standing();

    @Message
    String col_actions();

    @Message
    String standing(Standing standing);

    @Message
    String issued_on(LocalDate day);

    @Message
    String lookup_title();

    @Message
    String lookup_submit();

    @Message
    String member_number();

    @Message
    String member_number_hint();

    @Message
    String print_title();

    @Message
    String print_lead();

    @Message
    String print_none();

    @Message
    String slip_how(String address);

    @Message
    String slip_qr();

    @Message
    String slip_expires(LocalDate day);

    @Message
    String slip_keep();

    @Message
    String papers_title();

    @Message
    String papers_lead();

    @Message
    String papers_waiting();

    @Message
    String papers_none_title();

    @Message
    String papers_none_text();

    @Message
    String signed_on();

    @Message
    String col_agreed();

    @Message
    String col_entered();

    @Message
    String short_recording();

    @Message
    String short_exchange();

    @Message
    String short_public();

    @Message
    String paper_check();

    @Message
    String paper_refuse();

    @Message
    String paper_by_other();

    @Message
    String paper_enter_title();

    @Message
    String paper_recording();

    @Message
    String paper_exchange();

    @Message
    String paper_public();

    @Message
    String paper_submit();

    @Message
    String paper_entered();

    @Message
    String paper_checked();

    @Message
    String accounts_title();

    @Message
    String accounts_lead();

    @Message
    String account_none();

    @Message
    String account_active();

    @Message
    String account_shut();

    @Message
    String account_disable();

    @Message
    String account_enable();

    @Message
    String account_disabled();

    @Message
    String account_enabled();

    @Message
    String todo_papers(long count);

    @Message
    String papers_instead();

    @Message
    String paper_refused();
}
