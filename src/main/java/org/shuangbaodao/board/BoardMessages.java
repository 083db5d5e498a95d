package org.shuangbaodao.board;

import java.math.BigDecimal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the boards. */
@MessageBundle("board")
public interface BoardMessages {

    @Message
    String tabs();

    @Message
    String tab_branches();

    @Message
    String tab_units();

    @Message
    String tab_communities();

    @Message
    String tab_members();

    @Message
    String title_branches();

    @Message
    String title_units();

    @Message
    String title_communities();

    @Message
    String title_members();

    @Message
    String lead_branches();

    @Message
    String lead_units();

    @Message
    String lead_communities();

    @Message
    String lead_members();

    @Message
    String quarter(int year, String quarter);

    @Message
    String year(int year);

    @Message
    String all_time();

    @Message
    String running();

    @Message
    String period();

    @Message
    String scope();

    @Message
    String scope_all();

    @Message
    String show();

    @Message
    String as_of(String moment);

    @Message
    String remembered(String moment);

    @Message
    String provisional();

    @Message
    String settled();

    @Message
    String sum_members();

    @Message
    String sum_registered();

    @Message
    String sum_hours();

    @Message
    String people_unit();

    @Message
    String hours_unit();

    @Message
    String points_unit();

    @Message
    String band_upper();

    @Message
    String band_middle();

    @Message
    String band_growing();

    @Message
    String band_by_name();

    @Message
    String rank(int rank);

    @Message
    String col_name();

    @Message
    String col_member();

    @Message
    String col_branch();

    @Message
    String col_points_each();

    @Message
    String col_minutes_each();

    @Message
    String col_points();

    @Message
    String col_hours();

    @Message
    String col_members();

    @Message
    String col_registered();

    @Message
    String merged_rest(int count);

    @Message
    String merged_all(int count);

    @Message
    String listed_of(long listed, int counted);

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String none_within_text();

    @Message
    String none_members_text();

    @Message
    String none_action();

    @Message
    String how_title();

    @Message
    String how_formula();

    @Message
    String how_formula_branches();

    @Message
    String how_formula_units();

    @Message
    String how_formula_communities();

    @Message
    String how_formula_members();

    @Message
    String how_ties_text();

    @Message
    String how_bands();

    @Message
    String how_bands_text();

    @Message
    String how_small();

    @Message
    String how_small_text();

    @Message
    String how_small_longer();

    @Message
    String how_missing();

    @Message
    String how_missing_text();

    @Message
    String how_waiting();

    @Message
    String waiting_few();

    @Message
    String waiting_about(long tens);

    @Message
    String how_state();

    @Message
    String how_state_provisional();

    @Message
    String how_state_settled();

    @Message
    String to_rules();

    @Message
    String to_complaints();

    @Message
    String to_consent();

    @Message
    String as_data();

    @Message
    String closed_title();

    @Message
    String closed_text();

    @Message
    String closed_members_text();

    @Message
    String seek();

    @Message
    String seek_member();

    @Message
    String choose();

    @Message
    String found_of(long found, int counted);

    @Message
    String not_found_title();

    @Message
    String not_found_text();

    @Message
    String not_found_member_text();

    @Message
    String sum_points_each();

    @Message
    String sum_minutes_each();

    @Message
    String minutes_unit();

    @Message
    String median();

    @Message
    String participation();

    @Message
    String change_new();

    @Message
    String change_up(int places);

    @Message
    String change_down(int places);

    @Message
    String change_same();

    @Message
    String charts_title();

    @Message
    String chart_table();

    @Message
    String trend_points();

    @Message
    String trend_minutes();

    @Message
    String spread_points();

    @Message
    String spread_minutes();

    @Message
    String col_rows();

    @Message
    String class_from_to(BigDecimal from, BigDecimal to);

    @Message
    String provisional_short();

    @Message
    String how_change_text();

    @Message
    String how_middle();

    @Message
    String how_median_text();

    @Message
    String how_participation_text();

    @Message
    String how_missing_organization();

    @Message
    String to_objections();

    @Message
    String screen_title();

    @Message
    String screen_coverage();

    @Message
    String screen_coverage_of(int served, int communities);

    @Message
    String screen_needs();

    @Message
    String screen_free();

    @Message
    String screen_all_welcome();

    @Message
    String screen_no_needs();

    @Message
    String screen_no_leaders();

    @Message
    String screen_pause();

    @Message
    String screen_go();

    @Message
    String screen_board();

    @Message
    String to_screen();
}
