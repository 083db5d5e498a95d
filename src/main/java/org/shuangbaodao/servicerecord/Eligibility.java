package org.shuangbaodao.servicerecord;

/**
 * 民政部令67号 art. 19: what is not voluntary must not be recorded as voluntary hours. Without an activity a record is party duty
 * unless the member declares it voluntary and the confirmer agrees.
 */
public enum Eligibility {
    VOLUNTEER,
    DUTY
}
