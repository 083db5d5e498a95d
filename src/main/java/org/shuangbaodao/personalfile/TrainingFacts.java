package org.shuangbaodao.personalfile;

import java.time.LocalDate;

/**
 * What a training was.
 *
 * @param organizer who held it (举办单位), as its papers say
 * @param minutes of study for who was there all the time; no service
 */
record TrainingFacts(String name, String content, String organizer, String teacher, String place, LocalDate firstDay,
        LocalDate lastDay, int minutes) {
}
