/**
 * Kling VIDEO 3.0 Omni Pro, ready to use: start at {@link
 * com.acme.models.klingvideo30omnipro.KlingVideo30OmniPro}.
 */
@Generated
@NullMarked
package com.acme.models.klingvideo30omnipro;

import dev.callsheet.runtime.support.Generated;
import org.jspecify.annotations.NullMarked;
