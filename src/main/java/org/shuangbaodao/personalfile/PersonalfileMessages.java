package org.shuangbaodao.personalfile;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What files, trainings and evaluations say. */
@MessageBundle("personalfile")
public interface PersonalfileMessages {
    @Message
    String title();

    @Message
    String lead(String day);

    @Message
    String as_json();

    @Message
    String to_export();

    @Message
    String group_person();

    @Message
    String group_service();

    @Message
    String group_training();

    @Message
    String group_commendation();

    @Message
    String group_evaluation();

    @Message
    String name();

    @Message
    String number();

    @Message
    String gender_label();

    @Message
    String birth_date();

    @Message
    String id_number();

    @Message
    String residence();

    @Message
    String telephone();

    @Message
    String skills();

    @Message
    String kinds();

    @Message
    String branch();

    @Message
    String masked();

    @Message
    String service_sum(String hours);

    @Message
    String activity();

    @Message
    String personal_service();

    @Message
    String date();

    @Message
    String duration();

    @Message
    String hours(String hours);

    @Message
    String content();

    @Message
    String place();

    @Message
    String organizer_and_lead();

    @Message
    String no_lead_yet();

    @Message
    String state();

    @Message
    String late_entry();

    @Message
    String by_somebody_else();

    @Message
    String service_none();

    @Message
    String service_none_text();

    @Message
    String report();

    @Message
    String training_name();

    @Message
    String study_time();

    @Message
    String held_by();

    @Message
    String result_label();

    @Message
    String result(TrainingResult result);

    @Message
    String training_state(TrainingState state);

    @Message
    String not_there();

    @Message
    String repudiated();

    @Message
    String study_is_no_service();

    @Message
    String training_none();

    @Message
    String honour();

    @Message
    String granted_by();

    @Message
    String level_label();

    @Message
    String document();

    @Message
    String commendation_none();

    @Message
    String evaluation_text();

    @Message
    String evaluation_none();

    @Message
    String average(String average, int count);

    @Message
    String too_few(int count, int fewest);

    @Message
    String grade(Satisfaction grade);

    @Message
    String completion(Completion completion);

    @Message
    String given_by(ServedAs part);

    @Message
    String your_words();

    @Message
    String you_object();

    @Message
    String kept_after_all();

    @Message
    String upheld();

    @Message
    String answer();

    @Message
    String answer_again();

    @Message
    String answer_label();

    @Message
    String object();

    @Message
    String answered();

    @Message
    String send();

    @Message
    String trainings_title();

    @Message
    String trainings_lead();

    @Message
    String training_enter();

    @Message
    String training_enter_lead();

    @Message
    String trainings_none();

    @Message
    String main_content();

    @Message
    String first_day();

    @Message
    String last_day();

    @Message
    String last_day_hint();

    @Message
    String study_minutes();

    @Message
    String study_minutes_hint();

    @Message
    String teacher();

    @Message
    String recorded_by();

    @Message
    String result_hint();

    @Message
    String present();

    @Message
    String others();

    @Message
    String others_hint();

    @Message
    String taken(long count);

    @Message
    String on_the_list(int count);

    @Message
    String says_not_there();

    @Message
    String add_people();

    @Message
    String add();

    @Message
    String sheet();

    @Message
    String sheet_hint();

    @Message
    String upload();

    @Message
    String check();

    @Message
    String check_text();

    @Message
    String checked();

    @Message
    String withdraw();

    @Message
    String withdrawn();

    @Message
    String evaluations_title();

    @Message
    String evaluations_lead();

    @Message
    String objected();

    @Message
    String lately();

    @Message
    String lately_none();

    @Message
    String entered();

    @Message
    String about();

    @Message
    String grade_label();

    @Message
    String completion_label();

    @Message
    String given_by_label();

    @Message
    String given_by_hint();

    @Message
    String feedback();

    @Message
    String feedback_hint();

    @Message
    String evaluated_on();

    @Message
    String evaluation_enter();

    @Message
    String evaluation_entered();

    @Message
    String evaluation_gone();

    @Message
    String objects();

    @Message
    String decide();

    @Message
    String decide_keep();

    @Message
    String decide_withdraw();

    @Message
    String decision_label();

    @Message
    String objection_decided();

    @Message
    String todo_trainings(long count);

    @Message
    String todo_objections(long count);

    @Message
    String told_training(String name, String day);

    @Message
    String told_evaluation(String day);

    @Message
    String told_decision(String day);

    @Message
    String told_not_there(String name, String day);
}
