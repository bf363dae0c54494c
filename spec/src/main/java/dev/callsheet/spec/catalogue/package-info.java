/**
 * The known models: bundled with Callsheet, from libraries, and from directories of the user.
 * {@link dev.callsheet.spec.catalogue.ModelCatalogue} is the front door.
 */
@NullMarked
package dev.callsheet.spec.catalogue;

import org.jspecify.annotations.NullMarked;
