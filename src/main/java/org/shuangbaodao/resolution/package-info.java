/**
 * What a branch's assembly resolved about how its points count. Owns {@code branch_resolution}. Must never break: without a
 * resolution that the superior countersigned a branch counts service points alone.
 */
package org.shuangbaodao.resolution;
