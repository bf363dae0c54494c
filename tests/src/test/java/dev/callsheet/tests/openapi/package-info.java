/** Models as a document of OpenAPI: read by others, and read back. */
@NullMarked
package dev.callsheet.tests.openapi;

import org.jspecify.annotations.NullMarked;
