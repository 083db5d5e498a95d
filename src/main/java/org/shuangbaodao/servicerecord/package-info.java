/**
 * A member's report of service and the decisions on it. Owns {@code service_record} and {@code service_record_step}; tells the
 * books what to post by {@link org.shuangbaodao.servicerecord.RecordsDecided}, inside the deciding transaction. Must never
 * break: nobody decides about himself or takes both steps, and two confirmed records of one member never overlap.
 */
package org.shuangbaodao.servicerecord;
