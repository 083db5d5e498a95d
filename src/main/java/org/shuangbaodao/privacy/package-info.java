/**
 * What a person may ask of his data: a copy of everything, and to be forgotten. Owns {@code erasure_request}; the features
 * contribute through {@link org.shuangbaodao.kernel.PersonalData}. Must never break: nobody is forgotten unasked, nor by one
 * person alone, and no book changes by it.
 */
package org.shuangbaodao.privacy;
