package org.shuangbaodao.identity;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may set. */
@ConfigMapping(prefix = "app.identity")
interface IdentitySettings {

    /** How long a code on a slip is good. */
    @WithDefault("30D")
    Duration invitationLasts();

    /** How people call this service, for the codes on slips; without it, as the one who prints them does. */
    Optional<String> publicUrl();
}
