package org.shuangbaodao.web;

import jakarta.enterprise.event.Observes;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;

/**
 * Every template speaks the reader's language. Qute alone compares Accept-Language by whole tags, so that {@code zh} or
 * {@code zh-HK} would get the default.
 */
class LocaleChooser {

    void initializeTemplates(@Observes EngineBuilder builder, CurrentLocale locale) {
        builder.addTemplateInstanceInitializer(instance -> {
            if (instance.getAttribute(TemplateInstance.LOCALE) == null) {
                instance.setLocale(locale.get());
            }
        });
    }
}
