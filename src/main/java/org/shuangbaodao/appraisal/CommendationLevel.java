package org.shuangbaodao.appraisal;

/** How high up it was granted: those of the rulebook, and what a unit or community grants itself. */
public enum CommendationLevel {
    UNIT,
    COUNTY,
    CITY,
    PROVINCE,
    NATION
}
