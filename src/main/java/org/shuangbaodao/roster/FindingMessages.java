package org.shuangbaodao.roster;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said about a row, one sentence for each {@link FindingKind}, with the finding's values as a, b and c. */
@MessageBundle("finding")
interface FindingMessages {

    @Message
    String name_missing();

    @Message
    String name_malformed();

    @Message
    String branch_missing();

    @Message
    String branch_unknown(String a, String b);

    @Message
    String branch_ambiguous(String a, String b);

    @Message
    String branch_out_of_reach(String a);

    @Message
    String id_number_length(String a);

    @Message
    String id_number_check_digit();

    @Message
    String id_number_rounded();

    @Message
    String id_number_date();

    @Message
    String birth_date_differs(String a, String b);

    @Message
    String birth_date_missing();

    @Message
    String birth_date_unreadable(String a);

    @Message
    String birth_date_future(String a);

    @Message
    String under_age();

    @Message
    String joined_unreadable(String a);

    @Message
    String joined_future(String a);

    @Message
    String joined_before_birth(String a, String b);

    @Message
    String joined_under_age(String a, String b);

    @Message
    String category_unknown(String a, String b);

    @Message
    String gender_unknown(String a);

    @Message
    String phone_length(String a);

    @Message
    String community_unknown(String a, String b);

    @Message
    String community_ambiguous(String a, String b);

    @Message
    String formula(String a);

    @Message
    String cell_too_long(String a);

    @Message
    String repeated_in_file(String a);

    @Message
    String on_other_roster(String a, String b);

    @Message
    String already_on_roster(String a);

    @Message
    String known_before(String a);

    @Message
    String full_width(String a);

    @Message
    String name_spaces(String a);

    @Message
    String rare_character(String a);

    @Message
    String date_form(String a, String b, String c);

    @Message
    String date_month_only(String a, String b);

    @Message
    String birth_date_from_id_number(String a);

    @Message
    String branch_short(String a, String b);

    @Message
    String community_short(String a, String b);

    @Message
    String community_missing();

    @Message
    String phone_punctuation();

    @Message
    String formula_ignored(String a);

    @Message
    String formula_result(String a);
}
