package org.shuangbaodao.personalfile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import org.shuangbaodao.appraisal.CommendationLevel;
import org.shuangbaodao.member.Gender;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.servicerecord.Eligibility;
import org.shuangbaodao.servicerecord.RecordState;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * 志愿服务记录 with the five groups of 民政部令67号 art. 4, in their order; the page and the API show the same.
 *
 * @param minutes of all service that is confirmed; study is not in it
 * @param averageTenths of the evaluations, in tenths of a step of five; missing where they are few
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonalFile(LocalDate asOf, Person person, List<Service> service, long minutes, List<Studied> training,
        List<Honour> commendation, List<Judgement> evaluation, Integer averageTenths) {

    /**
     * Art. 5. Numbers are masked, here as everywhere.
     *
     * @param residence 居住区域
     * @param kinds 服务类别
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(String number, String name, Gender gender, LocalDate birthDate, String idNumber, String residence,
            String telephone, List<String> skills, List<String> kinds, MemberCategory category, LocalDate joinedOn,
            String branch) {
    }

    /**
     * Art. 7.
     *
     * @param activityName null for personal service (个人服务)
     * @param organizer 活动组织单位; of personal service the residents' committee that confirms
     * @param lead 活动负责人; of personal service whoever confirmed, null before
     * @param recordingUnit 记录单位
     * @param late 补录
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Service(String id, RecordState state, String activityName, LocalDate date, LocalDateTime startedAt,
            LocalDateTime endedAt, int minutes, String hours, String content, String place, String organizer, String lead,
            String branch, String recordingUnit, Eligibility eligibility, boolean workingTime, boolean late,
            boolean enteredBySomebodyElse, boolean counted) {

        /** As a page writes it: the day, and the clock on it. */
        public String when() {
            String end = endedAt.toLocalDate().equals(date) ? endedAt.toLocalTime().toString()
                    : endedAt.toLocalDate().equals(date.plusDays(1)) && endedAt.toLocalTime().equals(LocalTime.MIDNIGHT)
                            ? "24:00"
                            : endedAt.toLocalDate() + " " + endedAt.toLocalTime();
            return startedAt.toLocalTime() + "–" + end;
        }
    }

    /** Art. 8. */
    public record Studied(String id, String name, String content, String organizer, String teacher, String place,
            LocalDate firstDay, LocalDate lastDay, int minutes, String hours, TrainingResult result, TrainingState state) {
    }

    /**
     * Art. 9.
     *
     * @param levelName in the reader's language, null where no level is known
     * @param title what it is called; of one that only points were asked for, the matter
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Honour(String title, String content, String grantedBy, CommendationLevel level, String levelName,
            String documentNumber, LocalDate grantedOn) {
    }

    /**
     * Art. 10.
     *
     * @param about what was evaluated, and {@code servedOn} when it was
     * @param answer his own words on it, null before
     * @param upheld whether his objection was, null while it is open or he made none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Judgement(String id, String about, LocalDate servedOn, Completion completion, Satisfaction grade,
            String feedback, ServedAs givenBy, LocalDate evaluatedOn, boolean late, String answer, Boolean objects,
            Boolean upheld, String decision) {

        public boolean mayAnswer() {
            return decision == null;
        }
    }

    /** {@code 4.6} */
    public String average() {
        return averageTenths == null ? null : averageTenths / 10 + "." + averageTenths % 10;
    }
}
