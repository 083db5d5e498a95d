package org.shuangbaodao.ranking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may switch off: the board of persons, or all boards. */
@ConfigMapping(prefix = "app.rankings")
interface RankingSettings {

    @WithDefault("true")
    boolean enabled();

    @WithDefault("true")
    boolean members();
}
