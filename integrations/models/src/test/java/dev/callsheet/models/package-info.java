/** The classes of the bundled models, as a project without the plugin has them. */
@NullMarked
package dev.callsheet.models;

import org.jspecify.annotations.NullMarked;
