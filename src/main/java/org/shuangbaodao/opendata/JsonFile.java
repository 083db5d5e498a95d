package org.shuangbaodao.opendata;

import java.time.Instant;
import java.util.List;

import org.shuangbaodao.board.OrganizationItem;
import org.shuangbaodao.board.ScopeItem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A whole board with what one needs to use it.
 *
 * @param board branches, units or communities
 * @param within code of the scope, null for everything
 * @param dictionary where the fields are explained
 * @param scope what all rows tell together
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFile(String board, String period, String within, Instant asOf, boolean provisional, Licence licence,
        String dictionary, ScopeItem scope, List<OrganizationItem> items) {
}
