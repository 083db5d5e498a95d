package org.shuangbaodao.organization;

import java.time.LocalDate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages about organizations. */
@MessageBundle("organization")
interface OrganizationMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String search();

    @Message
    String search_label();

    @Message
    String import_lists();

    @Message
    String found_title();

    @Message
    String none();

    @Message
    String none_text();

    @Message
    String empty();

    @Message
    String empty_text();

    @Message
    String roots();

    @Message
    String name();

    @Message
    String code();

    @Message
    String kind_label();

    @Message
    String path();

    @Message
    String facts();

    @Message
    String since();

    @Message
    String until();

    @Message
    String unit_label();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String seat();

    @Message
    String successor();

    @Message
    String children();

    @Message
    String children_none();

    @Message
    String in_office();

    @Message
    String in_office_none();

    @Message
    String changes();

    @Message
    String changes_none();

    @Message
    String basis(String document);

    @Message
    String from_to(String before, String after);

    @Message
    String change();

    @Message
    String change_lead();

    @Message
    String what();

    @Message
    String what_rename();

    @Message
    String what_merge();

    @Message
    String what_dissolve();

    @Message
    String new_name();

    @Message
    String into();

    @Message
    String into_hint();

    @Message
    String day();

    @Message
    String day_hint();

    @Message
    String document();

    @Message
    String save();

    @Message
    String changed();

    @Message
    String back();

    @Message
    String found_below();

    @Message
    String code_hint();

    @Message
    String seat_code();

    @Message
    String valid_from();

    @Message
    String found_save();

    @Message
    String founded();

    @Message
    String choose();

    @Message
    String lists_title();

    @Message
    String lists_lead();

    @Message
    String list();

    @Message
    String list_divisions();

    @Message
    String list_grids();

    @Message
    String list_party();

    @Message
    String list_hint();

    @Message
    String list_file();

    @Message
    String list_day();

    @Message
    String list_upload();

    @Message
    String report();

    @Message
    String created();

    @Message
    String renamed();

    @Message
    String unchanged();

    @Message
    String left_out();

    @Message
    String row(long row);

    @Message
    String reason();

    @Message
    String kind(OrganizationKind kind);

    @Message
    String change_kind(OrganizationChange.Kind kind);

    @Message
    String row_reason(ImportReport.Reason reason);

    @Message
    String office_branch_secretary();

    @Message
    String office_branch_deputy();

    @Message
    String office_branch_committee_member();

    @Message
    String office_community_secretary();

    @Message
    String office_grid_lead();

    @Message
    String office_grid_worker();

    @Message
    String office_liaison();

    @Message
    String office_committee_officer();

    @Message
    String office_auditor();

    @Message
    String office_administrator();

    @Message
    String slips();

    @Message
    String posts();

    @Message
    String activities();

    @Message
    String activity_log();

    @Message
    String stands_in(String name, LocalDate until);

    @Message
    String evaluations();
}
