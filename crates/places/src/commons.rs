//! Postcodes of the United Kingdom.

mod postcode;

pub use self::postcode::UkPostcode;
pub(crate) use self::postcode::{INWARDS, outward_code};
