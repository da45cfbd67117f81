//! The functions for CloudFront, in Node.
