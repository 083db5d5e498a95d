package org.shuangbaodao.inbox;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this installation is called from outside, for links in mails: no request tells, where a schedule sends. */
@ApplicationScoped
class PublicAddress {

    private final Optional<URI> address;

    PublicAddress(@ConfigProperty(name = "app.public-address") Optional<URI> address) {
        this.address = address;
    }

    /** The whole address of a page; without one the path has to do. */
    String of(String path) {
        return address.map(base -> base.toString().replaceAll("/+$", "") + path).orElse(path);
    }

    /** For Message-IDs: RFC 5322 wants a name there, not one that can be called. */
    String domain() {
        return address.map(URI::getHost).orElse("shuangbaodao.invalid");
    }
}
