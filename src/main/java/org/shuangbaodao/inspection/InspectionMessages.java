package org.shuangbaodao.inspection;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about spot checks and what stands out say. */
@MessageBundle("inspection")
public interface InspectionMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String none_title();

    @Message
    String none_text();

    @Message
    String no_names();

    @Message
    String drawn();

    @Message
    String waits();

    @Message
    String drawn_of(Integer drawn, Integer records);

    @Message
    String fewer_records();

    @Message
    String one_title(String name, String quarter);

    @Message
    String one_lead();

    @Message
    String one_waits(String day);

    @Message
    String results();

    @Message
    String result();

    @Message
    String count();

    @Message
    String line(Tally.Line line);

    @Message
    String fewer_than_five();

    @Message
    String at_least(int count);

    @Message
    String small();

    @Message
    String rule();

    @Message
    String rule_list();

    @Message
    String rule_seed();

    @Message
    String rule_draw();

    @Message
    String rule_once();

    @Message
    String ordered_on();

    @Message
    String size();

    @Message
    String size_of(int percent, int least, int most);

    @Message
    String on_the_list();

    @Message
    String to_draw();

    @Message
    String list_digest();

    @Message
    String seed_day();

    @Message
    String seed_root();

    @Message
    String seed();

    @Message
    String again();

    @Message
    String again_text(String code, String quarter);

    @Message
    String work_title();

    @Message
    String work_lead();

    @Message
    String public_page();

    @Message
    String scope();

    @Message
    String quarter();

    @Message
    String state();

    @Message
    String details();

    @Message
    String order_title();

    @Message
    String order_text();

    @Message
    String percent();

    @Message
    String percent_hint();

    @Message
    String least();

    @Message
    String most();

    @Message
    String order();

    @Message
    String ordered();

    @Message
    String records_title(String name, String quarter);

    @Message
    String records_lead();

    @Message
    String for_others(int count);

    @Message
    String record();

    @Message
    String when();

    @Message
    String where();

    @Message
    String member();

    @Message
    String denied();

    @Message
    String affirmed();

    @Message
    String asked();

    @Message
    String open();

    @Message
    String nothing_title();

    @Message
    String nothing_text();

    @Message
    String hours(String hours);

    @Message
    String entered_by();

    @Message
    String confirmed_by();

    @Message
    String question_title(int place);

    @Message
    String back_to_records();

    @Message
    String whole_record();

    @Message
    String said(DrawnRecord.Result said);

    @Message
    String whom();

    @Message
    String whom_hint();

    @Message
    String how();

    @Message
    String way(DrawnRecord.How way);

    @Message
    String asked_on();

    @Message
    String note();

    @Message
    String note_hint();

    @Message
    String answered_by();

    @Message
    String unfavourable();

    @Message
    String to_reversal();

    @Message
    String ask_title();

    @Message
    String ask_text();

    @Message
    String save();

    @Message
    String member_title();

    @Message
    String member_text();

    @Message
    String ask_member();

    @Message
    String member_asked();

    @Message
    String member_denied();

    @Message
    String member_affirmed(String at);

    @Message
    String member_silent(String at);

    @Message
    String answered();

    @Message
    String asked_title();

    @Message
    String asked_lead();

    @Message
    String asked_done();

    @Message
    String asked_denied();

    @Message
    String i_was_there();

    @Message
    String i_was_not();

    @Message
    String own_entry();

    @Message
    String affirmed_thanks();

    @Message
    String told_asked(String day, String hours);

    @Message
    String todo_asked(long count);

    @Message
    String todo_open(long count);

    @Message
    String patterns_title();

    @Message
    String patterns_lead();

    @Message
    String pattern_label();

    @Message
    String all_patterns();

    @Message
    String show();

    @Message
    String threshold(String figures);

    @Message
    String threshold_label();

    @Message
    String who();

    @Message
    String place();

    @Message
    String of_all();

    @Message
    String hours_col();

    @Message
    String to_look();

    @Message
    String seen();

    @Message
    String all_of(int count);

    @Message
    String ordinary_title();

    @Message
    String ordinary_text();

    @Message
    String only_a_question();

    @Message
    String records_of(int count);

    @Message
    String looks();

    @Message
    String own_question();

    @Message
    String look_note();

    @Message
    String look_hint();

    @Message
    String look();

    @Message
    String looked();

    @Message
    String pattern(Pattern pattern);

    @Message
    String why(Pattern why);

    @Message
    String unit(Pattern pattern);

    @Message
    String large();
}
