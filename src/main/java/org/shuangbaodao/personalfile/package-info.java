/**
 * 志愿服务记录: a person's file with the five groups of 民政部令67号 art. 4, and the books of two of them, training (art. 8) and
 * evaluation (art. 10). Stands above the records, the points items and the appraisal, whose service and commendations it shows
 * and does not keep again. Owns {@code training}, {@code training_participant}, {@code evaluation} and
 * {@code evaluation_answer}. Must never break: nothing here becomes service time or points, and nobody is evaluated in public.
 */
package org.shuangbaodao.personalfile;
