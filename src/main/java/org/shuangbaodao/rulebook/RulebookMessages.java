package org.shuangbaodao.rulebook;

import org.shuangbaodao.member.MemberCategory;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the rules say to readers. */
@MessageBundle("rulebook")
public interface RulebookMessages {

    @Message
    String rules_title();

    @Message
    String rules_lead();

    @Message
    String rules_version(int version);

    @Message
    String rules_points_title();

    @Message
    String rules_points_text(int minutes, String points);

    @Message
    String rules_whole();

    @Message
    String rules_cap_title();

    @Message
    String rules_cap_text(String points, int hours);

    @Message
    String rules_examples_title();

    @Message
    String rules_col_case();

    @Message
    String rules_col_points();

    @Message
    String case_one(int minutes);

    @Message
    String case_almost();

    @Message
    String case_midnight();

    @Message
    String case_midnight_day(int minutes, String points);

    @Message
    String case_midnight_next(int minutes, String points);

    @Message
    String case_long();

    @Message
    String case_long_text(String before);

    @Message
    String case_work();

    @Message
    String case_work_text();

    @Message
    String rules_who_title();

    @Message
    String rules_who_1();

    @Message
    String rules_who_2();

    @Message
    String rules_who_3();

    @Message
    String rules_books_title();

    @Message
    String rules_books_text();

    @Message
    String rules_mistake_title();

    @Message
    String rules_mistake_text();

    @Message
    String rules_never_title();

    @Message
    String rules_never_text();

    @Message
    String to_rankings();

    @Message
    String to_complaints();

    @Message
    String profile(RuleItem.Profile profile);

    @Message
    String profile_note(RuleItem.Profile profile);

    @Message
    String group(RuleItem.Group group);

    @Message
    String measure(RuleItem.Measure measure);

    @Message
    String cycle(Rulebook.Cycle cycle);

    @Message
    String category(MemberCategory category);

    @Message
    String standing(RulesView.Standing standing);

    @Message
    String needs_document();

    @Message
    String col_item();

    @Message
    String col_amount();

    @Message
    String col_limits();

    @Message
    String col_actions();

    @Message
    String item_time(int minutes, String points);

    @Message
    String item_event(String points);

    @Message
    String item_percent(int percent);

    @Message
    String item_level(String level, String points);

    @Message
    String item_none();

    @Message
    String cap_event(String points);

    @Message
    String cap_day(String points);

    @Message
    String cap_cycle(String cycle, String points);

    @Message
    String cap_year(String points);

    @Message
    String cap_none();

    @Message
    String highest_only();

    @Message
    String rounding();

    @Message
    String targets_title();

    @Message
    String targets_note();

    @Message
    String col_class();

    @Message
    String col_hours();

    @Message
    String col_times();

    @Message
    String category_general();

    @Message
    String exempt();

    @Message
    String hundred_title();

    @Message
    String hundred_text(String base, String service, String bonus, String most, int share);

    @Message
    String grade_from(String grade, String points);

    @Message
    String grade_excellent();

    @Message
    String grade_qualified();

    @Message
    String grade_basically_qualified();

    @Message
    String grade_talk();

    @Message
    String grade_note();

    @Message
    String grade_label(String grade);

    @Message
    String fact_from();

    @Message
    String from_start();

    @Message
    String fact_document();

    @Message
    String fact_cycle();

    @Message
    String coming_note(java.time.LocalDate from);

    @Message
    String past_note();

    @Message
    String to_in_force();

    @Message
    String versions_title();

    @Message
    String versions_note();

    @Message
    String version_line(java.time.LocalDate from, String title);

    @Message
    String case_year(int days, int hours);

    @Message
    String case_year_text(String before, String cap);

    @Message
    String case_highest(String item, String low, String high);

    @Message
    String case_highest_text(String low, String high);

    @Message
    String todo_adopt(long count);
}
