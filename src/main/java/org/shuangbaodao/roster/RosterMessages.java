package org.shuangbaodao.roster;

import java.time.LocalDate;

import org.shuangbaodao.member.Gender;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.member.RosterState;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages about rosters and their imports. */
@MessageBundle("roster")
interface RosterMessages {

    @Message
    String members_title();

    @Message
    String members_lead();

    @Message
    String import_roster();

    @Message
    String search();

    @Message
    String search_label();

    @Message
    String all();

    @Message
    String state_filter();

    @Message
    String name();

    @Message
    String number();

    @Message
    String branch();

    @Message
    String category_label();

    @Message
    String phone();

    @Message
    String id_number();

    @Message
    String state_label();

    @Message
    String not_given();

    @Message
    String members_none();

    @Message
    String members_none_text();

    @Message
    String waiting_title();

    @Message
    String waiting_text();

    @Message
    String waiting_rows(long rows);

    @Message
    String approve_all();

    @Message
    String approved();

    @Message
    String declined();

    @Message
    String facts();

    @Message
    String gender_label();

    @Message
    String birth_date();

    @Message
    String joined_on();

    @Message
    String skills();

    @Message
    String residence();

    @Message
    String history();

    @Message
    String since(LocalDate from);

    @Message
    String between(LocalDate from, LocalDate to);

    @Message
    String decline_title();

    @Message
    String decline_reason();

    @Message
    String decline_hint();

    @Message
    String decline();

    @Message
    String back_to_members();

    @Message
    String imports_title();

    @Message
    String imports_lead();

    @Message
    String file();

    @Message
    String file_hint(int rows);

    @Message
    String upload();

    @Message
    String imports_latest();

    @Message
    String imports_kept(int days);

    @Message
    String imports_none();

    @Message
    String imports_none_text();

    @Message
    String day();

    @Message
    String rows_of(int rows);

    @Message
    String open_import();

    @Message
    String progress(int done, int total);

    @Message
    String working();

    @Message
    String cut_off_check();

    @Message
    String cut_off_apply();

    @Message
    String failed();

    @Message
    String good_rows();

    @Message
    String bad_rows();

    @Message
    String present_rows();

    @Message
    String applied_rows();

    @Message
    String apply_title();

    @Message
    String from();

    @Message
    String from_hint();

    @Message
    String apply(int rows);

    @Message
    String apply_again();

    @Message
    String apply_done();

    @Message
    String download_title();

    @Message
    String download_text();

    @Message
    String download_xlsx();

    @Message
    String download_csv();

    @Message
    String discard();

    @Message
    String discard_text();

    @Message
    String discarded();

    @Message
    String found_title();

    @Message
    String found_none();

    @Message
    String must_correct();

    @Message
    String just_note();

    @Message
    String rows_title();

    @Message
    String rows_none();

    @Message
    String rows_none_text();

    @Message
    String filter();

    @Message
    String line(int line);

    @Message
    String line_label();

    @Message
    String rows_label();

    @Message
    String choose();

    @Message
    String said_label();

    @Message
    String no_name();

    @Message
    String correct();

    @Message
    String row_title(int line);

    @Message
    String row_lead();

    @Message
    String row_save();

    @Message
    String row_corrected();

    @Message
    String back_to_import();

    @Message
    String import_state(RosterImport.State state);

    @Message
    String row_state(RosterRow.State state);

    @Message
    String roster_state(RosterState state);

    @Message
    String category(MemberCategory category);

    @Message
    String gender(Gender gender);

    @Message
    String column(RosterColumn column);

    @Message
    String kind(FindingKind kind);

    @Message
    String papers();

    @Message
    String slip();
}
