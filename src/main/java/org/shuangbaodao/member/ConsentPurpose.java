package org.shuangbaodao.member;

/** Separate consents (PIPL arts. 14, 23, 25): each can be refused and withdrawn without the others. */
public enum ConsentPurpose {

    /** Personal data and service are recorded here; without it nothing can be recorded at all. */
    RECORDING,
    /** Home branch and host community tell each other what they recorded. */
    EXCHANGE,
    /** The name may stand on public boards. Refusing it costs nothing. */
    PUBLIC_NAME
}
