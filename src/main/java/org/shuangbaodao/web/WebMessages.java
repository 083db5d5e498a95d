package org.shuangbaodao.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the frame around every page, and of the pages that belong to no feature. */
@MessageBundle("web")
public interface WebMessages {

    @Message
    String product();

    @Message
    String tagline();

    @Message
    String skip();

    @Message
    String main_nav();

    @Message
    String nav(NavEntry entry);

    @Message
    String login();

    @Message
    String logout();

    @Message
    String my_account();

    @Message
    String choose_language();

    @Message
    String complaints_link();

    @Message
    String inspections_link();

    @Message
    String privacy_link();

    @Message
    String commendations_link();

    @Message
    String data_statement();

    @Message
    String back();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String optional();

    @Message
    String form_rejected();

    @Message
    String pager_label();

    @Message
    String pager_previous();

    @Message
    String pager_next();

    @Message
    String pager_position(int page, int pages, long total);

    @Message
    String error_status(int status);

    @Message
    String error_id(String id);

    @Message
    String error_what_next();

    @Message
    String error_home();

    @Message
    String error_retry();

    @Message
    String error_complain();

    @Message
    String complaints_title();

    @Message
    String complaints_lead();

    @Message
    String complaints_operator();

    @Message
    String complaints_contact();

    @Message
    String complaints_no_contact();

    @Message
    String complaints_record_title();

    @Message
    String complaints_record_text();

    @Message
    String complaints_points_title();

    @Message
    String complaints_points_text();

    @Message
    String complaints_person_title();

    @Message
    String complaints_person_text();

    @Message
    String complaints_suggestion_title();

    @Message
    String complaints_suggestion_text();

    @Message
    String complaints_never();

    @Message
    String privacy_title();

    @Message
    String privacy_lead();

    @Message
    String privacy_who_title();

    @Message
    String privacy_who(String operator);

    @Message
    String privacy_purpose_title();

    @Message
    String privacy_purpose();

    @Message
    String privacy_kinds_title();

    @Message
    String privacy_kind_identity();

    @Message
    String privacy_kind_service();

    @Message
    String privacy_kind_account();

    @Message
    String privacy_not_collected();

    @Message
    String privacy_sharing_title();

    @Message
    String privacy_sharing();

    @Message
    String privacy_publication_title();

    @Message
    String privacy_publication();

    @Message
    String privacy_retention_title();

    @Message
    String privacy_retention();

    @Message
    String privacy_rights_title();

    @Message
    String privacy_rights();

    @Message
    String privacy_rights_how();

    @Message
    String privacy_cookies_title();

    @Message
    String privacy_cookies();

    @Message
    String privacy_law();

    @Message
    String text_large();

    @Message
    String text_normal();

    @Message
    String choose_theme();

    @Message
    String theme(Appearance.Theme theme);

    @Message
    String open_data_link();
}
