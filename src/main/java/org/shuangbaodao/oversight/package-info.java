/**
 * What those above, and each secretary for his own place, see of the work of deciding: how long things wait and with whom, and
 * who has nothing to report for a quarter (零报告). Owns {@code zero_report}. Must never break: it reads and tells; nobody is
 * decided for, and no member is named.
 */
package org.shuangbaodao.oversight;
