/**
 * Kling VIDEO 3.0 Omni Pro, ready to use: start at {@link
 * com.acme.models.klingvideo30omnipro.KlingVideo30OmniPro}.
 */
@Generated
@NullMarked
@SuppressFBWarnings(value = {"EI_EXPOSE_REP", "EI_EXPOSE_REP2"}, justification = "Copies.")
package com.acme.models.klingvideo30omnipro;

import dev.callsheet.runtime.support.Generated;
import dev.callsheet.runtime.support.SuppressFBWarnings;
import org.jspecify.annotations.NullMarked;
