/**
 * Makes specs of what platforms publish of their models. A {@link
 * dev.callsheet.importer.SpecImporter} takes this way from a published file to a spec:
 *
 * <ol>
 *   <li>{@code internal.schema} reads the JSON with its positions, follows references, and finds
 *       the request, the result and what is said of the model.
 *   <li>{@code internal.shape} makes parameters of the schemas of values, and collects what these
 *       say of several values at once: the assertions.
 *   <li>{@code internal.condition} translates each assertion into a condition of the same meaning,
 *       and simplifies it by what is known of the parameters.
 *   <li>{@code internal.rule} finds the form of rule that says such a condition best, and gives it
 *       an id and a sentence.
 *   <li>{@code internal.spec} adds modes, prices and limits of media, finds the platform's
 *       fragments that say the same, and writes the rest.
 *   <li>The spec is parsed and proved. What the language refuses, and what others imply, is taken
 *       out or marked, and reported.
 * </ol>
 *
 * <p>Nothing is left out in silence: what no spec can hold is a {@link
 * dev.callsheet.importer.finding.ImportFinding} with its place in the published file.
 */
@NullMarked
package dev.callsheet.importer;

import org.jspecify.annotations.NullMarked;
