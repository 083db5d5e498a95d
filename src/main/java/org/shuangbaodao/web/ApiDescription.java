package org.shuangbaodao.web;

import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Only what lies under /api is described: pages are for people, and change with them. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() != null && description.getPaths().getPathItems() != null) {
            List.copyOf(description.getPaths().getPathItems().keySet()).stream().filter(path -> !Queries.isApi(path))
                    .forEach(description.getPaths()::removePathItem);
        }
    }
}
