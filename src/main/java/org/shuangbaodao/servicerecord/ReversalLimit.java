package org.shuangbaodao.servicerecord;

import java.util.Collection;

/** Implemented where it is known what records brought: how much one person may take back alone. */
public interface ReversalLimit {

    /** @param records that would be taken back at once */
    boolean takesTwo(Collection<ServiceRecord> records);
}
