package org.shuangbaodao.opendata;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Under which licence the operator gives the files away. */
@ConfigMapping(prefix = "app.open-data")
interface OpenDataSettings {

    Optional<String> licence();

    /** Of the licence named. */
    Optional<URI> licenceUrl();

    default Licence chosen() {
        return licence().map(name -> new Licence(name, licenceUrl().map(URI::toString).orElse(null)))
                .orElse(new Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"));
    }
}
