/**
 * The models known: those bundled with Callsheet, those that come with libraries, and those in
 * directories of one's own.
 */
@NullMarked
package dev.callsheet.spec.catalogue;

import org.jspecify.annotations.NullMarked;
