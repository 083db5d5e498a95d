package org.shuangbaodao.opendata;

import com.fasterxml.jackson.annotation.JsonInclude;

/** @param url null where the operator names no address */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Licence(String name, String url) {
}
