package org.shuangbaodao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "-     | -                            | zh-CN",
            "-     | ''                           | zh-CN",
            "-     | zh                           | zh-CN",
            "-     | zh-SG                        | zh-CN",
            "-     | zh-Hans-HK                   | zh-CN",
            "-     | zh-TW                        | zh-TW",
            "-     | zh-HK                        | zh-TW",
            "-     | zh-MO,zh;q=0.9               | zh-TW",
            "-     | zh-Hant                      | zh-TW",
            "-     | en-GB                        | en",
            "-     | fr-FR,en;q=0.5               | en",
            "-     | en;q=0.3,zh-TW;q=0.8         | zh-TW",
            "-     | en;q=0,zh                    | zh-CN",
            "-     | *                            | zh-CN",
            "-     | ;;;q=x                       | zh-CN",
            "en    | zh-CN                        | en",
            "zh-TW | en                           | zh-TW",
            "xx    | en                           | en" })
    void theReadersChoiceComesBeforeTheBrowsers(String chosen, String acceptLanguage, String expected) {
        assertThat(Languages.choose(chosen, acceptLanguage)).isEqualTo(Locale.forLanguageTag(expected));
    }
}
