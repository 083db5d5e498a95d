package org.shuangbaodao.accessibility;

import java.util.Map;

/**
 * A page that somebody can see.
 *
 * @param template it is drawn from
 * @param address path and query
 * @param sending what is sent from there to see it, null where the address alone shows it
 */
record Sight(String template, Reader reader, String address, Sending sending) {

    Sight(String template, Reader reader, String address) {
        this(template, reader, address, null);
    }

    /** @param form where the form posts to */
    record Sending(String form, Map<String, String> fields) {
    }
}
