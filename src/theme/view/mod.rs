//! What a template sees, and what `privacy.json` says: the same facts in one language, ready to be shown.
//!
//! Invariant: a view holds words, not decisions; everything in it is derived from a merged clinic and a
//! language.

mod data;
mod hours;
mod page;
mod ready;

pub use data::{
    BasisView, ClinicData, ContactView, CookieCategoryView, CookieView, CountryView, DateView,
    DepartmentView, DpoView, EmailView, EntityView, LawReference, LawView, LinkView, PhoneView, PurposeView,
    RecipientView, Reference, RetentionView,
};
pub use hours::{
    DatesView, DaysPart, DaysView, DeadlineView, ExceptionView, HoursDayView, HoursView, ServiceView,
    TermView,
};
pub use page::{
    Alternate, BrandView, ClinicChoice, ClinicView, DocumentPage, DocumentView, FrontPage, FrontView,
    IconView, LogoView, NavigationItem, NotFoundPage, NoticeTitle, NoticeView, PageView, PictureView,
    RightView, SectionView, StatementLinks, TextPart,
};
pub use ready::{Html, Ready};
