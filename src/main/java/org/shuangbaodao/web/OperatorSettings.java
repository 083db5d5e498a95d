package org.shuangbaodao.web;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Who answers for this installation: named in the privacy notice (PIPL 17) and on the complaints page. */
@ConfigMapping(prefix = "app.operator")
interface OperatorSettings {

    Optional<String> name();

    /** A line people can use as it stands: telephone, address, hours. */
    Optional<String> contact();
}
