package org.shuangbaodao.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;

/** What every template knows without being told. */
@TemplateGlobal
class WebGlobals {

    private WebGlobals() {
    }

    static Viewer viewer() {
        return Arc.container().instance(Viewer.class).get();
    }
}
