/**
 * The documentation site: {@link dev.callsheet.generator.site.DocumentationSite} makes its files
 * from models. A page is a template in HTML, filled with a {@link
 * dev.callsheet.generator.page.ModelPage}; beside each lies the same in Markdown.
 */
@NullMarked
package dev.callsheet.generator.site;

import org.jspecify.annotations.NullMarked;
