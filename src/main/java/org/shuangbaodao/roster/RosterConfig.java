package org.shuangbaodao.roster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of roster files. */
@ConfigMapping(prefix = "app.roster")
interface RosterConfig {

    @WithDefault("100000")
    int mostRows();

    /** Bytes. */
    @WithDefault("12582912")
    long largestFile();

    /** Bytes a workbook may unpack to: 100,000 rows of long cells take some 120 million. */
    @WithDefault("268435456")
    long largestUnpacked();

    /** Days after which an import and its rows are deleted. */
    @WithDefault("30")
    int keepDays();
}
